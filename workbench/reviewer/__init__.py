"""The reviewer: reads an indicator table and says what to mend, and why. Pure Python."""
