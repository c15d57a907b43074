"""The heart: which words speak, what they attribute to whom, how attributions nest, and how far they reach."""
