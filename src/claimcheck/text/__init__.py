"""Sentences, words, numbers and dates with their offsets."""
