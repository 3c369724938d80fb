"""Small widgets that panels, dialogs and talks are made of: text that draws itself, cards, chips, rows that fold."""
