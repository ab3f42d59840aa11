"""Drivers for real devices, each with its errors and a simulator."""
