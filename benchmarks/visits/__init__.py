"""Are visits counted exactly, whatever breaks between an app and its server?"""
