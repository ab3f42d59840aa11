"""Page images: what is wrong with a page, and the PDF of an attachment row within its budget."""
