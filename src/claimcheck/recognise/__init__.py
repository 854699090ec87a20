"""What a server's answer is: the article that was cited, or what stands in its place. Pure; decided before any matching."""
