"""Reading QR codes: from page images, and from a handheld reader that speaks or types."""
