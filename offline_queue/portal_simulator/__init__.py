"""The portal on loopback: the contract of portal-api.yaml, kept strictly, filing dossiers into a folder."""

from offline_queue.portal_simulator.simulator import PortalSimulator

__all__ = ["PortalSimulator"]
