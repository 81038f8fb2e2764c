"""`python -m macros` is the `bassin` command."""

from macros.cli import program

if __name__ == "__main__":
    program()
