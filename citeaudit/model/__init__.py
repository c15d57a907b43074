"""The values that go in and come out: frozen standard dataclasses and enums."""
