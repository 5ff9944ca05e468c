"""What is raised when a file cannot be read as a table."""


class Unreadable(Exception):
    """One Indonesian sentence for the person: what happened to the file and what to do about it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
