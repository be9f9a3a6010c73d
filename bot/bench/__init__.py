"""`zelador bench …`: how fast, how steady and how sound the program is. One module a command; docs/performance.md says what each means."""
