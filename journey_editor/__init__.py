"""Journey Editor: customer journey maps as directed graphs, drawn offline and exchanged with Excel."""

__version__ = "0.1.0"
