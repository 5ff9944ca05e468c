"""What every page shares: language, safety, static files, templates, errors."""
