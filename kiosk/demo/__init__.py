"""The whole kiosk on simulators: for newcomers, trainers and the headless journey."""
