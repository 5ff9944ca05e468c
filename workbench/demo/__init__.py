"""The demo class: read from `demo/`, and loaded into an empty database with the real reviewer's scores."""
