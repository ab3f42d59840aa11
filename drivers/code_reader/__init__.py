"""Reading QR codes: from page images, and from a handheld reader on a serial line."""
