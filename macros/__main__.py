"""`python -m macros` is the `bassin` command."""

from macros.cli import main

if __name__ == "__main__":
    main()
