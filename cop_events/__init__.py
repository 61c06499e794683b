"""Sessions of a series: pages, dates, programme, calendar files."""
