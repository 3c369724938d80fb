"""Questions asked of a map: what is linked to what, neighbours, landmarks."""
