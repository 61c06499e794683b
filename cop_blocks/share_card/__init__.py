"""The picture that a shared link shows: drawn of its title, and of a theme's palette and mark."""

from cop_blocks.share_card.card import CARD_PATH, HEIGHT, WIDTH, Card, card_of, card_response, png

__all__ = ["CARD_PATH", "HEIGHT", "WIDTH", "Card", "card_of", "card_response", "png"]
