"""The advocacy desk: papers that win support for libraries, made of what their reports say."""
