"""How the application speaks: catalogues, plural forms, dates, numbers and direction."""
