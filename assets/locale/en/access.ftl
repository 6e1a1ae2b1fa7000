# Words that only a screen reader says.

access-in-the-table = in the table
