"""The A4 printer: PDFs over IPP, each job followed to its end."""
