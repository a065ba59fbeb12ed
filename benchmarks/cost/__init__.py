"""What Praxeo costs on AWS: counted calls, prices and stated usage make the page docs/reference/cost.md."""
