"""The durable outbox, sealing, the sender and the portal client; and a portal simulator."""
