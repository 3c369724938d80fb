"""Where things stand: concept boxes, link routes, phrase boxes. Pure computation, no Qt."""
