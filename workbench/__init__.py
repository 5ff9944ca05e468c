"""Bimtek Workbench: training in performance management for Indonesian local government."""
