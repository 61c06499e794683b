"""What the demonstration says, as data; how it is stored is told in ``cop_site.demo.fill``."""
