"""wagtail-localize's own tests: without our app, with its guards off, and with them on."""
