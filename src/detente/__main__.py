"""`python -m detente` is the command line."""

from detente.commands import main

if __name__ == "__main__":
    main()
