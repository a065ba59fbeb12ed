"""What is needed to develop Praxeo and is not shipped: loopback servers, live reload, gallery, reference."""
