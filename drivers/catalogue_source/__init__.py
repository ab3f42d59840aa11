"""Catalogues that are published as a TUF repository (https://theupdateframework.github.io/specification/latest/)."""
