"""The same maps in web libraries in a headless browser; the libraries are installed at run time, never kept here."""
