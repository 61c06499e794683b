from wagtail import blocks

BUILDING_BLOCKS: list[tuple[str, blocks.Block]] = [("text", blocks.RichTextBlock())]
