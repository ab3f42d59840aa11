"""What the core needs from the outside world, as Protocols that drivers, queue and settings implement."""
