"""The method, as content/ describes it, in typed form."""
