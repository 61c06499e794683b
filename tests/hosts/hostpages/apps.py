from django.apps import AppConfig


class HostPagesConfig(AppConfig):
    """Page types as a host would write them, on our mixins and panels."""

    name = "tests.hosts.hostpages"
    label = "hostpages"
    default_auto_field = "django.db.models.BigAutoField"
