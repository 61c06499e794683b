"""The pictures of ``docs/handbook`` (``make handbook``): one scene each, played in the real admin.

A scene is a function that brings somebody of a role to a screen, by the names that stand on it, and
gives back what is meant there. So a picture that can be made shows that the task can be done.
"""
