"""Numbers in addresses: one that no table row can have leads nowhere, instead of breaking the database."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

#: The largest number of a row (PostgreSQL's integer).
MOST = 2**31 - 1


class RowNumber(IntegerConverter):
    """`<int:...>` as addresses of this application use it: 0 to `MOST`; anything larger is not found."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=MOST)


def init_app(app: Flask) -> None:
    """Before any room declares its addresses."""
    app.url_map.converters["int"] = RowNumber
