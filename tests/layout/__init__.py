"""Tests of where things stand."""
