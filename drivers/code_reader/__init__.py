"""Reading QR codes from page images."""
