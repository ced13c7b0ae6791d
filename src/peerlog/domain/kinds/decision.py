from .kind import Kind

DECISION = Kind(
    name="decision",
    label="Decision",
    about="What a meeting has settled.",
    prompt="What is decided?",
    is_part=True,
)
