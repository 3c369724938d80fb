"""Presenting: what the class sees, what the teacher sees, the keys, the screens. All state is the talk's."""
