"""Certificates: who gets one, issuing, and the public page that says whether one is real."""

from flask import Blueprint

bp = Blueprint("certificates", __name__)


@bp.get("/verifikasi/")
def verify() -> str:
    """Ask for a code."""
    return ""
