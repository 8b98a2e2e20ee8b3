"""The forms that findings alone are given out in: a listing for the eye, SARIF, and the annotations of a workflow."""
