"""Every command of the window as one table, and the menus, shortcuts and key sheet that are made of it."""
