"""What a host already has (tags, categories, choices) as terms: ``manage.py cop_map_tags``."""

from cop_blocks.mapping.problems import MappingRefusedError
from cop_blocks.mapping.run import Mapping, Report

__all__ = ["Mapping", "MappingRefusedError", "Report"]
