"""Speed and accuracy, measured through the command line; run by hand and by `make bench`, never as timed tests."""
