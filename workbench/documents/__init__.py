"""Tables in and out: reading what OPDs send, neutralising what they take home. Pure, executes nothing."""
