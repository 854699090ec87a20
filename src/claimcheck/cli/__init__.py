"""The command line: options in, report and exit code out. Each command imports what it needs when it runs."""
