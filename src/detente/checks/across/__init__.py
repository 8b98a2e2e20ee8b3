"""Checks across reports: names, titles, dates and figures against what the other reports say."""
