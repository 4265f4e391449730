"""Tests of the other engines; those that need durable-rules ask for the fixture `durable`."""
