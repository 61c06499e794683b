"""What the worker runs. Imported only where there is one."""

from django.utils import translation
from wagtail.users.models import UserProfile

from cop_blocks.translation.jobs.working import work
from cop_blocks.translation.models import Job
from cop_blocks.worker import task


@task()
def work_off(job: int) -> None:
    """To the end, in the language of the person who asked: reasons are kept as they are said."""
    asked = Job.objects.filter(pk=job).first()
    if asked is None:
        return
    profile = UserProfile.objects.filter(user=asked.user_id).first() or UserProfile()
    with translation.override(profile.get_preferred_language()):
        work(job)
